import type { AdaptiveCard } from "adaptivecards";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Say } from "../../../../text/text.ts";
import { wordsOf } from "../state/words.ts";
import { mountCard } from "./mount-card.ts";
import type { Tap } from "./read-tap.ts";

interface Props {
  readonly card: object;
  readonly say: Say;
  /** A tap is under way: no second one is taken. */
  readonly busy: boolean;
  readonly onTap: (tap: Tap) => void;
  readonly onPicture?: (source: string, alt: string) => void;
  /** Called after each drawing. */
  readonly onDrawn?: (card: AdaptiveCard, host: HTMLElement) => void;
}

/** An Adaptive Card, drawn by Microsoft's renderer and drawn again when it changes. */
export function CardView({ card, say, busy, onTap, onPicture, onDrawn }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef<AdaptiveCard | undefined>(undefined);
  const latest = useRef({ busy, onTap });
  latest.current = { busy, onTap };
  const json = JSON.stringify(card);
  const moreLabel = wordsOf(card, say)("web.page.card.more");

  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const tapped = (tap: Tap, pressed: HTMLElement | undefined) => {
      if (latest.current.busy) return;
      pressed?.setAttribute("data-pressed", "");
      latest.current.onTap(tap);
    };
    drawn.current = mountCard(card, element, { onTap: tapped, moreLabel }, drawn.current);
    if (onPicture !== undefined) letEnlarge(element, say("web.page.picture.enlarge"), onPicture);
    onDrawn?.(drawn.current, element);
    markBusy(element, latest.current.busy);
  }, [json, moreLabel]);
  useEffect(() => {
    if (host.current !== null) markBusy(host.current, busy);
  }, [busy]);
  return <div class="card" ref={host} aria-busy={busy} />;
}

function markBusy(host: HTMLElement, busy: boolean): void {
  for (const button of host.querySelectorAll("button, [role='button']")) {
    if (busy) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
  if (!busy) for (const pressed of host.querySelectorAll("[data-pressed]")) pressed.removeAttribute("data-pressed");
}

function letEnlarge(host: HTMLElement, label: string, onPicture: (source: string, alt: string) => void): void {
  for (const picture of host.querySelectorAll<HTMLImageElement>("img.ac-image")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "enlarge";
    button.setAttribute("aria-label", label);
    button.onclick = () => onPicture(picture.src, picture.alt);
    picture.onclick = button.onclick;
    picture.after(button);
  }
}
