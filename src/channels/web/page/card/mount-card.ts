import type { Action } from "adaptivecards";
import {
  AdaptiveCard,
  CardElement,
  GlobalRegistry,
  GlobalSettings,
  OpenUrlAction,
  Strings,
  Table,
  Versions,
} from "adaptivecards";
import { hostConfig } from "./host-config.ts";
import { keepTyped, typedIn } from "./keep-typed.ts";
import { loosenStyles } from "./loosen-styles.ts";
import { openOverflowMenu } from "./overflow-menu.ts";
import { readTap, type Tap } from "./read-tap.ts";

GlobalRegistry.elements.register("Table", Table, Versions.v1_5);
GlobalSettings.setTabIndexAtCardRoot = false;
GlobalSettings.useAdvancedTextBlockTruncation = false;
GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
// Text in a card is literal: no Markdown is read in the browser.
AdaptiveCard.onProcessMarkdown = (_text, result) => {
  result.didProcess = false;
};

export interface CardPorts {
  /** `pressed` is what was tapped, to show that it is at work. */
  readonly onTap: (tap: Tap, pressed: HTMLElement | undefined) => void;
  readonly moreLabel: string;
}

/** Draws a card into `host` in place of what stood there; what was typed in an earlier drawing of it, and the focus, stay. */
export function mountCard(json: object, host: HTMLElement, ports: CardPorts, before?: AdaptiveCard): AdaptiveCard {
  const focused = before === undefined ? undefined : focusIn(host);
  Strings.defaults.overflowButtonText = () => `${ports.moreLabel} ▾`;
  Strings.defaults.overflowButtonTooltip = () => ports.moreLabel;
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = (action) => {
    // A number that is called, a file that is fetched.
    if (action instanceof OpenUrlAction && /^(?:tel:|\/api\/)/u.test(action.url ?? ""))
      window.location.assign(action.url ?? "");
    const tap = readTap(action);
    if (tap !== undefined) ports.onTap(tap, elementOf(action));
  };
  card.onDisplayOverflowActionMenu = (actions, button) => {
    if (button !== undefined) openOverflowMenu(actions, button);
    return true;
  };
  card.parse(before === undefined ? json : keepTyped(json, typedIn(before)));
  const drawn = card.render();
  host.replaceChildren(...(drawn === undefined ? [] : [drawn]));
  loosenStyles(host);
  // The renderer repeats every label as a tooltip.
  for (const element of host.querySelectorAll("[title]")) element.removeAttribute("title");
  // It sets one click handler on the document for a kind of list that is not used here.
  document.onclick = null;
  host.onkeydown = (event) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement && isTyped(event.target)) submit(card);
  };
  if (focused !== undefined) focusAgain(host, focused);
  return card;
}

function elementOf(action: Action): HTMLElement | undefined {
  return action.renderedElement ?? (action.parent instanceof CardElement ? action.parent.renderedElement : undefined);
}

function isTyped(input: HTMLInputElement): boolean {
  return input.type !== "checkbox" && input.type !== "radio";
}

/** Enter in a field does what the card's submit button does. */
function submit(card: AdaptiveCard): void {
  const actions = card.getAllActions().filter((action) => action.isPrimary);
  actions.at(-1)?.execute();
}

const FOCUSABLE = "button, input, select, textarea, [tabindex='0']";

/** Undefined where the focus is elsewhere. */
function focusIn(host: HTMLElement): { readonly index: number; readonly label: string } | undefined {
  const elements = [...host.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const index = elements.findIndex((element) => element.matches(":focus"));
  return index === -1 ? undefined : { index, label: elements[index]?.textContent ?? "" };
}

function focusAgain(host: HTMLElement, { index, label }: { readonly index: number; readonly label: string }): void {
  const elements = [...host.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const same = elements.find((element) => element.textContent === label && label !== "") ?? elements[index];
  if (same !== undefined) same.focus({ preventScroll: true });
  else {
    host.tabIndex = -1;
    host.focus({ preventScroll: true });
  }
}
