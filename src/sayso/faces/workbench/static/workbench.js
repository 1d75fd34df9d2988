// Keys, and words and records that point at each other. Every page works without it.
"use strict";
(() => {
  const goes = { b: "/", n: "/changes", m: "/map", p: "/places", c: "/claimers", o: "/outlets", a: "/articles", r: "/review" };
  const items = () => [...document.querySelectorAll(".card, .said")].filter((one) => !one.closest(".card") || one.matches(".card"));
  let hand = -1;
  let waiting = false;

  function take(step) {
    const all = items();
    if (!all.length) return;
    all[hand]?.classList.remove("inhand");
    hand = Math.max(0, Math.min(all.length - 1, hand + step));
    all[hand].classList.add("inhand");
    all[hand].focus({ preventScroll: true });
    all[hand].scrollIntoView({ block: "nearest" });
  }

  function follow(selector) {
    const link = document.querySelector(selector);
    if (link) location.href = link.href;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    if (waiting) {
      waiting = false;
      if (goes[event.key]) location.href = goes[event.key];
      return;
    }
    switch (event.key) {
      case "/": event.preventDefault(); document.getElementById("q")?.focus(); break;
      case "?": location.href = "/help"; break;
      case "g": waiting = true; setTimeout(() => { waiting = false; }, 1500); break;
      case "j": take(1); break;
      case "k": take(-1); break;
      case "[": follow("[rel=prev]"); break;
      case "]": follow("[rel=next]"); break;
      case "Enter": {
        const open = document.activeElement?.dataset?.open;
        if (open) location.href = open;
        break;
      }
      default: {
        const field = document.querySelector(`[data-focus="${CSS.escape(event.key)}"]`);
        if (field) { event.preventDefault(); field.focus(); break; }
        const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
        if (button) { event.preventDefault(); button.click(); }
      }
    }
  });

  function light(ids, on) {
    for (const id of ids) document.getElementById(id)?.classList.toggle("lit", on);
  }
  for (const words of document.querySelectorAll("[data-st]")) {
    const ids = words.dataset.st.split(" ");
    words.addEventListener("pointerenter", () => light(ids, true));
    words.addEventListener("pointerleave", () => light(ids, false));
  }
  for (const record of document.querySelectorAll(".records .said")) {
    const mine = [...document.querySelectorAll("[data-st]")].filter((words) => words.dataset.st.split(" ").includes(record.id));
    const toggle = (on) => mine.forEach((words) => words.classList.toggle("lit", on));
    record.addEventListener("pointerenter", () => toggle(true));
    record.addEventListener("pointerleave", () => toggle(false));
  }
})();
