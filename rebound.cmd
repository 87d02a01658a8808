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
powershell -NoProfile -Command "$j='%JAR%'; if (!(Test-Path $j)) { exit 1 }; $t=(Get-Item $j).LastWriteTime; $n=Get-ChildItem -Recurse -File '%HOME_DIR%pom.xml','%HOME_DIR%src\main','%HOME_DIR%templates','%HOME_DIR%docs\rules' | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
if errorlevel 1 (
  pushd "%HOME_DIR%"
  call mvn -q -B -Dstyle.color=never -Dtool -Dmaven.test.skip=true package 1>&2
  if errorlevel 1 (
    popd
    echo rebound: the tool could not be built; Maven says why above. 1>&2
    exit /b 3
  )
  popd
)
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Dfile.encoding=UTF-8 -jar "%JAR%" %*
