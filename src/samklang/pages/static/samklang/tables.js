// Tables that say so (data-filter, data-sort) sort and filter. Without this script they are still whole tables.
"use strict";

function text(row, column) {
  return row.cells[column].textContent.trim();
}

function amount(words) {
  const plain = words.replace(/\u2212/g, "-").replace(/[\s\u00a0%]|kr/g, "").replace(",", ".");
  return plain !== "" && !Number.isNaN(Number(plain)) ? Number(plain) : null;
}

function compare(first, second) {
  const [one, other] = [amount(first), amount(second)];
  if (one !== null && other !== null) return one - other;
  return first.localeCompare(second, document.documentElement.lang, { numeric: true });
}

function sortBy(table, column, heading) {
  const falling = heading.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", falling ? "descending" : "ascending");
  const rows = [...table.tBodies[0].rows].filter((row) => !row.classList.contains("sum"));
  const sum = table.tBodies[0].querySelector(".sum");
  rows.sort((a, b) => compare(text(a, column), text(b, column)) * (falling ? -1 : 1));
  table.tBodies[0].append(...rows, ...(sum ? [sum] : []));
}

function addSorting(table) {
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link-button sort";
    button.textContent = heading.textContent;
    button.title = `${table.dataset.sort} ${heading.textContent}`;
    button.addEventListener("click", () => sortBy(table, column, heading));
    heading.replaceChildren(button);
  });
}

function addFilter(table) {
  const label = document.createElement("label");
  const field = document.createElement("input");
  const told = document.createElement("p");
  label.className = "table-filter";
  told.className = "note";
  told.setAttribute("role", "status");
  field.type = "search";
  label.append(`${table.dataset.filter} `, field);
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLocaleLowerCase();
    const rows = [...table.tBodies[0].rows];
    for (const row of rows) row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
    told.textContent = `${rows.filter((row) => !row.hidden).length} ${table.dataset.shown}`;
  });
  table.parentElement.before(label, told);
}

for (const table of document.querySelectorAll("table[data-filter]")) {
  addSorting(table);
  if (table.tBodies[0].rows.length > 7) addFilter(table);
}
