/* «/» to the search field, «?» to the page of keys; any element can name its own key with data-key. */
(function () {
  function isTyping(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }
  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    /* the key where «/» stands writes «ظ» on an Arabic keyboard, and «?» is «؟» */
    var key = event.key === "ظ" || event.code === "Slash" && !event.shiftKey ? "/" : event.key === "؟" ? "?" : event.key;
    var named = key.length === 1 ? document.querySelector('[data-key="' + CSS.escape(key) + '"]') : null;
    if (!named || named.offsetParent === null && named.tagName === "INPUT") {
      return;
    }
    event.preventDefault();
    if (named.tagName === "INPUT") {
      named.focus();
      named.select();
    } else {
      named.click();
    }
  });
})();
