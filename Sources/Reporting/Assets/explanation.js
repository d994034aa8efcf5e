
"use strict";
const list = document.querySelector("ol.blocks");
const blocks = [...list.querySelectorAll(".block")];
const filters = [...document.querySelectorAll("button[data-role]")];
const reasons = document.getElementById("reasons");
const shown = document.getElementById("shown");
const main = document.querySelector("main");

function apply() {
  const roles = new Set(filters.filter(b => b.getAttribute("aria-pressed") === "true").map(b => b.dataset.role));
  let count = 0;
  for (const block of blocks) {
    block.hidden = !roles.has(block.dataset.role);
    if (!block.hidden) count += 1;
  }
  shown.textContent = count + " of " + blocks.length + " blocks shown";
}

function press(button, isPressed) { button.setAttribute("aria-pressed", String(isPressed)); }

for (const button of filters) {
  button.addEventListener("click", () => {
    press(button, button.getAttribute("aria-pressed") !== "true");
    apply();
  });
}
const kept = ["title", "byline", "article", "caption", "comment"];
const choices = { "show-all": () => true, "show-kept": role => kept.includes(role), "show-article": role => role === "article" };
for (const [id, wants] of Object.entries(choices)) {
  document.getElementById(id).addEventListener("click", () => {
    for (const button of filters) press(button, wants(button.dataset.role));
    apply();
  });
}
const beside = document.getElementById("show-beside");
beside.addEventListener("click", () => {
  const isShown = beside.getAttribute("aria-pressed") !== "true";
  press(beside, isShown);
  main.classList.toggle("alone", !isShown);
});

let near = null;
function look(block) {
  if (block === near) return;
  for (const marked of document.querySelectorAll(".near")) marked.classList.remove("near");
  near = block;
  if (!block) return;
  block.classList.add("near");
  const twin = document.getElementById("t" + block.id.slice(1));
  if (twin) twin.classList.add("near");
  const copy = block.querySelector(".why").cloneNode(true);
  reasons.replaceChildren(copy);
}
list.addEventListener("mouseover", event => look(event.target.closest(".block")));
list.addEventListener("focusin", event => look(event.target.closest(".block")));
document.getElementById("text").addEventListener("mouseover", event => {
  const line = event.target.closest("[id^=t]");
  if (line && line.id !== "text") look(document.getElementById("b" + line.id.slice(1)));
});

// The keys hold only while a block has the focus, so that they are in nobody's way elsewhere.
list.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const visible = blocks.filter(block => !block.hidden);
  const place = visible.indexOf(event.target.closest(".block"));
  const moves = { ArrowDown: place + 1, j: place + 1, ArrowUp: place - 1, k: place - 1, Home: 0, End: visible.length - 1 };
  if (event.key in moves) {
    const target = visible[Math.max(0, Math.min(visible.length - 1, moves[event.key]))];
    if (target) target.querySelector("summary").focus();
  } else if (event.key === "n" || event.key === "p") {
    const role = visible[place] && visible[place].dataset.role;
    const ahead = event.key === "n" ? visible.slice(place + 1) : visible.slice(0, place).reverse();
    const target = ahead.find(block => block.dataset.role !== role);
    if (target) target.querySelector("summary").focus();
  } else if (/^[0-9]$/.test(event.key)) {
    filters[(Number(event.key) + 9) % 10].click();
    if (visible[place] && visible[place].hidden) {
      const next = visible.slice(place).concat(visible.slice(0, place).reverse()).find(block => !block.hidden);
      if (next) next.querySelector("summary").focus();
    }
  } else if (event.key === "Escape") {
    const open = event.target.closest("details");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
  } else {
    return;
  }
  event.preventDefault();
});
if (blocks.length) look(blocks.find(block => block.dataset.role === "article") || blocks[0]);
