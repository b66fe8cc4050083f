"use strict";
const search = document.getElementById("search");
const language = document.getElementById("language");
const count = document.getElementById("count");
const articles = [...document.querySelectorAll("article")];
const words = articles.map((it) => `${it.textContent} ${it.dataset.words}`.toLowerCase());

// A number is found however it is written: 1041, 0x411, 0x00000411.
function numberOf(query) {
  return /^(0x[0-9a-f]+|-?\d+)$/i.test(query) ? BigInt(query) : null;
}

function filter() {
  const query = search.value.trim().toLowerCase();
  const number = numberOf(query);
  let shown = 0;
  articles.forEach((it, at) => {
    const isNumber = number !== null && it.dataset.number !== "" && BigInt(it.dataset.number) === number;
    it.hidden = !(isNumber || words[at].includes(query));
    shown += it.hidden ? 0 : 1;
  });
  document.querySelectorAll("section").forEach((it) => {
    it.hidden = !it.querySelector("article:not([hidden])");
  });
  count.textContent = query ? `${shown} of ${articles.length}` : "";
}

// A link leads to its entry even if the search hides it.
function follow() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.closest("[hidden]")) {
    search.value = "";
    filter();
    target.scrollIntoView();
  }
}

search.addEventListener("input", filter);
window.addEventListener("hashchange", follow);
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== search) {
    event.preventDefault();
    search.focus();
  } else if (event.key === "Escape" && document.activeElement === search) {
    search.value = "";
    filter();
  }
});
if (language) {
  language.value = document.documentElement.lang;
  language.addEventListener("change", () => {
    document.documentElement.lang = language.value;
  });
}
filter();
follow();
