/** Served over HTTP, the course stays readable without a network after the first visit: see sw.js. */
(() => {
  const script = document.currentScript;
  if (script && 'serviceWorker' in navigator && /^https?:$/.test(location.protocol)) {
    const root = new URL('../', script.src);
    window.addEventListener('load', () => {
      // Where it is refused (a private window, plain http) the site works as it does without.
      navigator.serviceWorker.register(new URL('sw.js', root).href).catch(() => {});
      navigator.serviceWorker.ready.then((worker) => worker.active.postMessage({ keep: location.href }));
    });
  }
})();
