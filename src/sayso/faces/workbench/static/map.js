// Day slider, play, zoom and pan over the picture that the server drew.
"use strict";
(() => {
  const map = document.getElementById("map");
  const slider = document.getElementById("slider");
  for (const one of document.querySelectorAll(".needs-js")) one.hidden = false;
  // On a narrow screen the picture is wider than its frame: its middle says more than its left edge.
  const frame = map.parentElement;
  frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;

  // --- days ---
  const kept = new Map();
  const days = slider ? slider.dataset.days.split(" ") : [];

  async function marks(day) {
    if (!kept.has(day)) {
      const query = new URLSearchParams(location.search);
      query.set("day", day);
      const answer = await fetch(`/map/marks?${query}`);
      if (!answer.ok) return null;
      kept.set(day, new DOMParser().parseFromString(await answer.text(), "text/html"));
    }
    return kept.get(day);
  }

  async function show(step) {
    const day = days[step];
    const page = await marks(day);
    if (!page || Number(slider.value) !== step) return;
    map.querySelector("#marks").replaceWith(document.importNode(page.querySelector("#marks"), true));
    document.getElementById("rows").replaceWith(document.importNode(page.querySelector("#rows"), true));
    const [year, month, date] = day.split("-").map(Number);
    const words = new Date(Date.UTC(year, month - 1, date)).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
    document.getElementById("day").textContent = words;
    slider.setAttribute("aria-valuetext", words);
    document.querySelector("input[name=day]").value = day;
    const query = new URLSearchParams(location.search);
    query.set("day", day);
    history.replaceState(null, "", `/map?${query}`);
    scale();
  }

  slider?.addEventListener("input", () => show(Number(slider.value)));

  let timer = null;
  const play = document.getElementById("play");
  play?.addEventListener("click", () => {
    if (timer) {
      clearInterval(timer);
      timer = null;
    } else {
      if (Number(slider.value) >= days.length - 1) slider.value = "0";
      show(Number(slider.value));
      timer = setInterval(() => {
        if (Number(slider.value) >= days.length - 1) { play.click(); return; }
        slider.value = String(Number(slider.value) + 1);
        show(Number(slider.value));
      }, 900);
    }
    play.setAttribute("aria-pressed", String(Boolean(timer)));
    play.textContent = timer ? "⏸ Pause" : "▶ Play";
  });

  // --- zoom and pan ---
  const whole = map.viewBox.baseVal;
  const full = { width: whole.width, height: whole.height };
  let box = { x: 0, y: 0, width: full.width, height: full.height };

  // Marks and names keep their size on the screen, whatever the map's scale.
  function scale() {
    const factor = box.width / full.width;
    for (const spot of map.querySelectorAll(".spot")) {
      const at = spot.closest("a").dataset;
      spot.setAttribute("transform", `translate(${at.x} ${at.y}) scale(${factor})`);
    }
    for (const name of map.querySelectorAll("text.name")) {
      const at = name.closest("a").dataset;
      const [x, y] = [Number(at.x), Number(at.y)];
      name.setAttribute("transform", `translate(${x} ${y}) scale(${factor}) translate(${-x} ${-y})`);
    }
  }

  function set(next) {
    const width = Math.min(full.width, Math.max(full.width / 24, next.width));
    const height = (width * full.height) / full.width;
    box = {
      x: Math.min(full.width - width, Math.max(0, next.x)),
      y: Math.min(full.height - height, Math.max(0, next.y)),
      width,
      height,
    };
    map.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
    scale();
  }

  function zoom(factor, x, y) {
    const width = Math.min(full.width, Math.max(full.width / 24, box.width * factor));
    const share = width / box.width;
    set({ x: x - (x - box.x) * share, y: y - (y - box.y) * share, width });
  }

  function point(event) {
    const frame = map.getBoundingClientRect();
    return [box.x + ((event.clientX - frame.left) / frame.width) * box.width, box.y + ((event.clientY - frame.top) / frame.height) * box.height];
  }

  map.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.shiftKey && box.width === full.width && event.deltaY > 0) return;
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, ...point(event));
  }, { passive: false });

  const held = new Map();
  let moved = 0;
  map.addEventListener("pointerdown", (event) => { held.set(event.pointerId, event); moved = 0; });
  map.addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    const frame = map.getBoundingClientRect();
    if (held.size === 2) {
      const other = [...held.values()].find((one) => one.pointerId !== event.pointerId);
      const far = (a, b) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1;
      zoom(far(before, other) / far(event, other), ...point(event));
    } else if (box.width < full.width) {
      set({ ...box, x: box.x - ((event.clientX - before.clientX) / frame.width) * box.width, y: box.y - ((event.clientY - before.clientY) / frame.height) * box.height });
    }
    moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
    held.set(event.pointerId, event);
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) map.addEventListener(end, (event) => held.delete(event.pointerId));
  map.addEventListener("click", (event) => { if (moved > 6) event.preventDefault(); }, true);
  map.addEventListener("dragstart", (event) => event.preventDefault());
})();
