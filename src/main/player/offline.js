/**
 * Served over HTTP, the course stays readable without a network after the first visit: see sw.js. A first open asks for
 * the page alone; what is to be kept follows when its reader stays. A preview (data-preview) shows
 * what is there now, and keeps nothing.
 */
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const workers = navigator.serviceWorker;
  const previewed = document.documentElement.hasAttribute('data-preview');
  if (script && workers && !previewed && /^https?:$/.test(location.protocol)) {
    const keep = () => {
      // Where it is refused (a private window, plain http) the site works as it does without.
      workers.register(new URL('../sw.js', script.src).href).catch(() => {});
      workers.ready.then((worker) => worker.active.postMessage({ keep: location.href }));
    };
    window.addEventListener('load', () => (workers.controller ? keep() : atFirstUse(keep)));
  }
})();
