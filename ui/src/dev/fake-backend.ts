export function installFakeBackend(): void {}
