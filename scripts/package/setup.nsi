; The setup for Windows: per user, without administrator rights, in simplified Chinese.
; Called by scripts/package-windows.sh with
;   -DVERSION=0.1.0 -DSTAGE=folder -DFILES=files.nsh -DSIZE_KB=12345 -DICON=icon.ico -DSIDE=side.bmp -DOUT=setup.exe
; FILES defines the macros INSTALL_FILES and REMOVE_FILES, made from what lies in STAGE, so that what is
; installed and what is removed are the same list.
;
; Silent: setup /S [/D=folder], uninstall /S. Exit codes: 3 a newer version is installed, 4 the program is open,
; 5 the system is too old.

Unicode true
Target amd64-unicode
!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WordFunc.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "nsDialogs.nsh"

!define NAME "政府信息公开年报"
!define EXE "gongkai.exe"
!define CLI "gongkai-cli.exe"
!define KEY "Software\gongkai"
!define UNKEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\gongkai"
!define CLASSES "Software\Classes"
!define WEBVIEW "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
!define RUNTIME "MicrosoftEdgeWebView2RuntimeInstallerX64.exe"
; The single-instance mutex of the running program.
!define MUTEX "cn.gongkai.nianbao-sim"

Name "${NAME}"
Caption "${NAME} ${VERSION} 安装"
UninstallCaption "${NAME} 卸载"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUT}"
SetCompressor /SOLID lzma
SetCompressorDictSize 64
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\gongkai"
InstallDirRegKey HKCU "${KEY}" "InstallDir"
ManifestDPIAware true
ManifestLongPathAware true
ShowInstDetails nevershow
ShowUninstDetails nevershow

Var OldVersion
Var OldDir
Var DataDir
Var DataBefore
Var RemoveData
Var RemoveDataBox

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "安装 ${NAME} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "只为当前用户安装，不需要管理员权限，也不需要联网。$\r$\n$\r$\n如果已经装过旧版本，会直接升级，台账和报告都保留；新版本第一次打开时会先备份数据。$\r$\n$\r$\n安装之前，请先关闭正在使用的「${NAME}」。"
!insertmacro MUI_PAGE_WELCOME
!define MUI_DIRECTORYPAGE_TEXT_TOP "程序将安装到下面的文件夹，一般不用改。这里放的是程序，台账数据另有自己的文件夹，可以在程序的「设置」里换。"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "安装完成"
!define MUI_FINISHPAGE_TEXT "「${NAME}」已经装好，桌面和开始菜单里都有它的图标。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开「${NAME}」"
!insertmacro MUI_PAGE_FINISH

UninstPage custom un.AskPage un.AskPageLeave
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "SimpChinese"

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "ProductName" "${NAME}"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "CompanyName" "${NAME}"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "LegalCopyright" "木兰宽松许可证，第 2 版"

!include "${FILES}"

; ---- both: the program must be closed -------------------------------------------------------------------

; Leaves 1 in $R0 where the program is open: its mutex is there, or one of its files cannot be written.
!macro IS_OPEN UN
Function ${UN}IsOpen
  StrCpy $R0 0
  System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "${MUTEX}") p .R1'
  ${If} $R1 P<> 0
    System::Call 'kernel32::CloseHandle(p R1)'
    StrCpy $R0 1
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${EXE}"
    ClearErrors
    FileOpen $R1 "$INSTDIR\${EXE}" a
    ${If} ${Errors}
      StrCpy $R0 1
      Return
    ${EndIf}
    FileClose $R1
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${CLI}"
    ClearErrors
    FileOpen $R1 "$INSTDIR\${CLI}" a
    ${If} ${Errors}
      StrCpy $R0 1
      Return
    ${EndIf}
    FileClose $R1
  ${EndIf}
FunctionEnd

Function ${UN}WaitUntilClosed
  again:
    Call ${UN}IsOpen
    ${If} $R0 = 1
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "「${NAME}」正开着。$\r$\n$\r$\n请切换到它的窗口，等右上角显示「已保存」后关闭它，再点「重试」。" /SD IDCANCEL IDRETRY again
      SetErrorLevel 4
      Quit
    ${EndIf}
FunctionEnd
!macroend
!insertmacro IS_OPEN ""
!insertmacro IS_OPEN "un."

; ---- setup ----------------------------------------------------------------------------------------------

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "「${NAME}」需要 64 位的 Windows 10 或 Windows 11，这台电脑的系统太旧，装不了。" /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
  ReadRegStr $OldVersion HKCU "${UNKEY}" "DisplayVersion"
  ReadRegStr $OldDir HKCU "${KEY}" "InstallDir"
  ${If} $OldVersion != ""
    ${VersionCompare} "$OldVersion" "${VERSION}" $R0
    ${If} $R0 = 1
      MessageBox MB_OK|MB_ICONSTOP "这台电脑上装的是更新的版本 $OldVersion，这个安装文件是 ${VERSION}。$\r$\n$\r$\n旧程序打不开新程序用过的数据，所以没有安装。确实要装旧版本，请先卸载现在的版本（数据会保留）。" /SD IDOK
      SetErrorLevel 3
      Quit
    ${EndIf}
  ${EndIf}
  Call WaitUntilClosed
FunctionEnd

; The version of the WebView2 runtime in $R0; empty where it is missing.
Function FindWebView
  SetRegView 32
  ReadRegStr $R0 HKLM "SOFTWARE\${WEBVIEW}" "pv"
  ${If} $R0 == ""
  ${OrIf} $R0 == "0.0.0.0"
    ReadRegStr $R0 HKCU "Software\${WEBVIEW}" "pv"
  ${EndIf}
  SetRegView lastused
  ${If} $R0 == "0.0.0.0"
    StrCpy $R0 ""
  ${EndIf}
FunctionEnd

; The runtime draws the window. Windows 11 and current Windows 10 have it; elsewhere the office lays Microsoft's
; offline installer beside the setup.
Function NeedWebView
  Call FindWebView
  ${If} $R0 == ""
  ${AndIf} ${FileExists} "$EXEDIR\${RUNTIME}"
    DetailPrint "正在安装 WebView2 运行时，需要一两分钟…"
    ExecWait '"$EXEDIR\${RUNTIME}" /silent /install'
    Call FindWebView
  ${EndIf}
  ${If} $R0 == ""
    MessageBox MB_OK|MB_ICONINFORMATION "程序已经装好，但这台电脑还缺少「Microsoft Edge WebView2 运行时」，窗口显示不出来。$\r$\n$\r$\n请找信息人员要离线安装包$\r$\n${RUNTIME}$\r$\n（在微软网站「WebView2」页面的「常青独立安装程序」处下载），放到这个安装文件旁边：$\r$\n$EXEDIR$\r$\n再运行一次安装文件；或者直接双击安装它。" /SD IDOK
  ${EndIf}
FunctionEnd

Section "install"
  Call WaitUntilClosed
  ; An older version takes its own files away, whatever they were; shortcuts and data stay.
  ${If} $OldDir != ""
  ${AndIf} ${FileExists} "$OldDir\uninstall.exe"
    ExecWait '"$OldDir\uninstall.exe" /S /UPGRADE _?=$OldDir'
    Delete "$OldDir\uninstall.exe"
    RMDir "$OldDir"
  ${EndIf}
  !insertmacro INSTALL_FILES
  WriteUninstaller "$INSTDIR\uninstall.exe"
  SetOutPath "$INSTDIR"

  CreateDirectory "$SMPROGRAMS\${NAME}"
  CreateShortcut "$SMPROGRAMS\${NAME}\${NAME}.lnk" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0
  CreateShortcut "$SMPROGRAMS\${NAME}\示例单位.lnk" "$INSTDIR\${EXE}" "--demo" "$INSTDIR\${EXE}" 0
  CreateShortcut "$SMPROGRAMS\${NAME}\卸载.lnk" "$INSTDIR\uninstall.exe"
  ; Whoever has removed it from the desktop since does not want it back with every upgrade; whoever has kept it
  ; wants it to lead to where the program lies now.
  ${If} $OldVersion == ""
  ${OrIf} ${FileExists} "$DESKTOP\${NAME}.lnk"
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0
  ${EndIf}

  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "Version" "${VERSION}"
  WriteRegStr HKCU "${UNKEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNKEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNKEY}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${UNKEY}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNKEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNKEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNKEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNKEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNKEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNKEY}" "NoRepair" 1

  WriteRegStr HKCU "${CLASSES}\.gknb" "" "gongkai.package"
  WriteRegStr HKCU "${CLASSES}\gongkai.package" "" "${NAME}数据包"
  WriteRegStr HKCU "${CLASSES}\gongkai.package\DefaultIcon" "" "$INSTDIR\${EXE},0"
  WriteRegStr HKCU "${CLASSES}\gongkai.package\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
  ${RefreshShellIcons}

  Call NeedWebView
SectionEnd

; ---- uninstall ------------------------------------------------------------------------------------------

; The first line of the note $R1 in $4; empty where there is none. The notes are UTF-8, which NSIS itself does not
; read.
Function un.FirstLine
  StrCpy $4 ""
  ${If} ${FileExists} "$R1"
    System::Call 'kernel32::CreateFileW(w "$R1", i 0x80000000, i 3, p 0, i 3, i 0, p 0) p .r1'
    System::Alloc 4096
    Pop $2
    System::Call 'kernel32::ReadFile(p r1, p r2, i 4095, *i .r3, p 0)'
    System::Call 'kernel32::CloseHandle(p r1)'
    System::Call 'kernel32::MultiByteToWideChar(i 65001, i 0, p r2, i r3, w .r4, i ${NSIS_MAX_STRLEN}) i .r5'
    System::Free $2
    StrCpy $4 $4 $5
    ${WordFind} "$4" "$\n" "+1" $4
    ${WordFind} "$4" "$\r" "+1" $4
  ${EndIf}
FunctionEnd

; The data folder in $DataDir, as the program finds it: the chosen one, else the usual one. In $DataBefore the one
; that was used before it and still holds records; empty where there is none.
Function un.FindData
  StrCpy $DataDir "$LOCALAPPDATA\gongkai"
  StrCpy $R1 "$APPDATA\gongkai\folder.txt"
  Call un.FirstLine
  ${If} $4 != ""
    StrCpy $DataDir $4
  ${EndIf}
  StrCpy $R1 "$APPDATA\gongkai\folder-before.txt"
  Call un.FirstLine
  StrCpy $DataBefore ""
  ${If} $4 != ""
  ${AndIf} $4 != $DataDir
  ${AndIf} ${FileExists} "$4\gongkai.db"
    StrCpy $DataBefore $4
  ${EndIf}
FunctionEnd

Function un.onInit
  ReadRegStr $0 HKCU "${KEY}" "InstallDir"
  ${If} $0 != ""
    StrCpy $INSTDIR $0
  ${EndIf}
  StrCpy $RemoveData 0
  Call un.FindData
  Call un.WaitUntilClosed
FunctionEnd

Function un.AskPage
  !insertmacro MUI_HEADER_TEXT "卸载 ${NAME}" "程序会被移除，数据默认保留。"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 12u "点「卸载」后移除程序、快捷方式和文件关联。"
  Pop $0
  ${If} ${FileExists} "$DataDir\gongkai.db"
    ${NSD_CreateLabel} 0 20u 100% 24u "台账、报告和附件不会被删除，留在这个文件夹里，以后重新安装可以接着用："
    Pop $0
    ${NSD_CreateText} 0 46u 100% 13u "$DataDir"
    Pop $0
    SendMessage $0 ${EM_SETREADONLY} 1 0
    ${NSD_CreateCheckbox} 0 72u 100% 12u "同时删除这些数据（不能恢复，请先备份）"
    Pop $RemoveDataBox
  ${Else}
    ${NSD_CreateLabel} 0 20u 100% 36u "在这里没有找到台账数据（在 U 盘或移动硬盘上的，现在没有插好）：$\r$\n$DataDir"
    Pop $0
    StrCpy $RemoveDataBox 0
  ${EndIf}
  ${If} $DataBefore != ""
    ${NSD_CreateLabel} 0 94u 100% 24u "搬动以前的数据还留在下面的文件夹，卸载时不会删除，不要了请自己删除："
    Pop $0
    ${NSD_CreateText} 0 119u 100% 13u "$DataBefore"
    Pop $0
    SendMessage $0 ${EM_SETREADONLY} 1 0
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function un.AskPageLeave
  StrCpy $RemoveData 0
  ${If} $RemoveDataBox != 0
    ${NSD_GetState} $RemoveDataBox $0
    ${If} $0 = ${BST_CHECKED}
      MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "确定要删除全部台账、报告和附件吗？$\r$\n$\r$\n$DataDir$\r$\n$\r$\n删除后不能恢复。点「否」则保留数据，只卸载程序。" IDNO keep
      StrCpy $RemoveData 1
      keep:
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "un.program"
  Call un.WaitUntilClosed
  !insertmacro REMOVE_FILES
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  ${IfNot} ${Errors}
    Return
  ${EndIf}

  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}\${NAME}.lnk"
  Delete "$SMPROGRAMS\${NAME}\示例单位.lnk"
  Delete "$SMPROGRAMS\${NAME}\卸载.lnk"
  RMDir "$SMPROGRAMS\${NAME}"
  Delete "$DESKTOP\${NAME}.lnk"
  ReadRegStr $0 HKCU "${CLASSES}\.gknb" ""
  ${If} $0 == "gongkai.package"
    DeleteRegKey HKCU "${CLASSES}\.gknb"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\gongkai.package"
  DeleteRegKey HKCU "${UNKEY}"
  DeleteRegKey HKCU "${KEY}"
  ${RefreshShellIcons}

  ${If} $RemoveData = 1
  ${AndIf} ${FileExists} "$DataDir\gongkai.db"
    Delete "$DataDir\gongkai.db"
    Delete "$DataDir\gongkai.db-wal"
    Delete "$DataDir\gongkai.db-shm"
    Delete "$DataDir\gongkai.lock"
    Delete "$DataDir\gongkai-升级前-*.db"
    Delete "$DataDir\gongkai-换下的日志-*.wal"
    Delete "$DataDir\备份\gongkai-*.db"
    RMDir "$DataDir\备份"
    RMDir /r "$DataDir\attachments"
    RMDir "$DataDir"
    Delete "$APPDATA\gongkai\folder.txt"
    ; As long as those records stand, something says where.
    ${If} $DataBefore == ""
      Delete "$APPDATA\gongkai\folder-before.txt"
    ${EndIf}
    Delete "$APPDATA\gongkai\日志\gongkai.log"
    Delete "$APPDATA\gongkai\日志\gongkai-1.log"
    RMDir "$APPDATA\gongkai\日志"
    RMDir "$APPDATA\gongkai"
    ; Where the window stood; what it remembers, unsaved words among it; attachments that were looked at.
    Delete "$APPDATA\cn.gongkai.nianbao\.window-state.json"
    RMDir "$APPDATA\cn.gongkai.nianbao"
    RMDir /r "$TEMP\gongkai"
    RMDir /r "$LOCALAPPDATA\cn.gongkai.nianbao"
  ${EndIf}
SectionEnd
