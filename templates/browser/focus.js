// The keys go to the program as soon as it is there: nobody should have to click first.
new MutationObserver((_, watcher) => {
  const keys = document.querySelector("#terminal textarea");
  if (keys) {
    watcher.disconnect();
    keys.focus();
  }
}).observe(document, { childList: true, subtree: true });
window.addEventListener("focus", () => document.querySelector("#terminal textarea")?.focus());
// Ctrl+V (Cmd+V) is the browser's own: it pastes what the computer's clipboard holds. The terminal in the page would send
// the key itself, and the program would paste what was copied inside it, which may be older.
window.addEventListener("keydown", (event) => {
  const pastes = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "v";
  if (pastes) event.stopImmediatePropagation();
}, true);
