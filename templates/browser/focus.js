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
// Words that are copied in the program come over its own line. Where the browser refuses its clipboard, they stand on the
// page, chosen, for Ctrl+C; closing or locking takes them away.
function copy(words) {
  const offer = document.querySelector(".copy");
  const field = offer.querySelector("textarea");
  field.value = "";
  offer.hidden = true;
  navigator.clipboard.writeText(words).catch(() => {
    if (!words) return;
    field.value = words;
    offer.hidden = false;
    field.select();
  });
}
window.WebSocket = class extends window.WebSocket {
  constructor(...address) {
    super(...address);
    this.addEventListener("message", (event) => {
      const [kind, words] = typeof event.data === "string" ? JSON.parse(event.data) : [];
      if (kind === "copy") copy(words);
    });
  }
};
document.addEventListener("DOMContentLoaded", () => {
  const offer = document.querySelector(".copy");
  const close = () => {
    offer.querySelector("textarea").value = "";
    offer.hidden = true;
    document.querySelector("#terminal textarea")?.focus();
  };
  offer.querySelector("button").addEventListener("click", close);
  offer.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") close();
  });
});
