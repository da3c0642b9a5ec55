// The keys go to the program as soon as it is there: nobody should have to click first.
new MutationObserver((_, watcher) => {
  const keys = document.querySelector("#terminal textarea");
  if (keys) {
    watcher.disconnect();
    keys.focus();
  }
}).observe(document, { childList: true, subtree: true });
window.addEventListener("focus", () => document.querySelector("#terminal textarea")?.focus());
