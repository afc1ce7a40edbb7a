/* Stands where Voila would load MathJax from a CDN: the portals show no formulas. */
window.MathJax = {
  Hub: { Config() {}, Configured() {}, Queue() {}, Register: { StartupHook() {} } },
};
