import type { Action } from "adaptivecards";

/**
 * The menu behind "Lisää ▾": what is needed seldom. It stands in the top layer, so it shows above a dialog too; Esc and a tap elsewhere close
 * it, arrows walk through it, and the focus goes back to its button.
 */
export function openOverflowMenu(actions: readonly Action[], button: HTMLElement): void {
  const menu = document.createElement("div");
  menu.className = "menu";
  menu.popover = "auto";
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", button.getAttribute("aria-label") ?? "");
  const items = actions.map((action) => {
    const item = document.createElement("button");
    item.type = "button";
    item.className = "menu-item";
    item.setAttribute("role", "menuitem");
    item.textContent = action.title ?? "";
    item.onclick = () => {
      menu.hidePopover();
      action.execute();
    };
    return item;
  });
  menu.append(...items);
  menu.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Tab") menu.hidePopover();
    if (step === undefined) return;
    event.preventDefault();
    const standing = items.findIndex((item) => item.matches(":focus"));
    items.at((standing + step) % items.length)?.focus();
  };
  menu.ontoggle = (event) => {
    if (event.newState === "open") return;
    button.setAttribute("aria-expanded", "false");
    if (menu.contains(document.activeElement) || document.activeElement === document.body) button.focus();
    menu.remove();
  };
  (button.closest("dialog") ?? document.body).append(menu);
  menu.showPopover();
  place(menu, button);
  button.setAttribute("aria-expanded", "true");
  items[0]?.focus();
}

/** Under the button, or above it where there is no room; never past the edge of the window. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const from = button.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const below = from.bottom + 4;
  const fits = below + size.height <= window.innerHeight - 8;
  menu.style.top = `${fits ? below : Math.max(8, from.top - size.height - 4)}px`;
  menu.style.left = `${Math.max(8, Math.min(from.left, window.innerWidth - size.width - 8))}px`;
}
