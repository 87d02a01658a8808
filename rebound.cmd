@echo off
rem Does what ./rebound does, for Windows: runs the tool with the options that start fastest, among its sources after
rem building it when they are newer, in an app image with the Java that came along. It keeps no archive of classes.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\rebound.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if exist "%HOME_DIR%runtime\bin\java.exe" set "JAVA=%HOME_DIR%runtime\bin\java"
"%JAVA%" -version >nul 2>&1 || (
  echo rebound: no Java found. Install a JDK, version 17 or newer, and try again. 1>&2
  exit /b 3
)

if not exist "%HOME_DIR%pom.xml" goto built
powershell -NoProfile -Command "$j=$env:JAR; if (!(Test-Path -LiteralPath $j) -or !(Test-Path -LiteralPath ($env:HOME_DIR + 'target\lib'))) { exit 1 }; $t=(Get-Item -LiteralPath $j).LastWriteTime; $n=Get-ChildItem -Recurse -File -LiteralPath ('pom.xml','src\main','templates','docs\rules' | ForEach-Object { $env:HOME_DIR + $_ }) | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
if not errorlevel 1 goto built
where mvn >nul 2>&1 || (
  echo rebound: the tool must be built first, and Maven is not installed. 1>&2
  exit /b 3
)
if exist "%JAR%" (
  echo Building the tool... 1>&2
) else (
  echo Building the tool: Maven fetches its libraries ^(once, about 41 MB^), then compiles it... 1>&2
)
pushd "%HOME_DIR%"
call mvn -q -B -Dstyle.color=never -Dtool package 1>&2
if errorlevel 1 (
  popd
  echo rebound: the tool could not be built; Maven says why above. 1>&2
  exit /b 3
)
popd
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:JAR).LastWriteTime = Get-Date"
:built

set "LIFE=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if "%~1"=="serve" set "LIFE=-XX:+UseG1GC -XX:G1PeriodicGCInterval=60000"
set "OPTIONS=-Xshare:auto -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr -Dfile.encoding=UTF-8"

"%JAVA%" %LIFE% %OPTIONS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
