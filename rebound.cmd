@echo off
rem Builds the tool when it is missing or older than its sources, then runs it.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\rebound.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1 || (
  echo rebound: no Java found. Install a JDK, version 17 or newer, and try again. 1>&2
  exit /b 3
)
powershell -NoProfile -Command "$j=$env:JAR; if (!(Test-Path -LiteralPath $j)) { exit 1 }; $t=(Get-Item -LiteralPath $j).LastWriteTime; $n=Get-ChildItem -Recurse -File -LiteralPath ('pom.xml','src\main','templates','docs\rules' | ForEach-Object { $env:HOME_DIR + $_ }) | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
if errorlevel 1 (
  pushd "%HOME_DIR%"
  call mvn -q -B -Dstyle.color=never -Dtool package 1>&2
  if errorlevel 1 (
    popd
    echo rebound: the tool could not be built; Maven says why above. 1>&2
    exit /b 3
  )
  popd
)
set "LIFE=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if "%~1"=="serve" set "LIFE=-XX:+UseG1GC -XX:G1PeriodicGCInterval=60000"
"%JAVA%" %LIFE% -Xshare:auto -XX:-UsePerfData -Dfile.encoding=UTF-8 -jar "%JAR%" %*
