import { useLayoutEffect, useRef } from "preact/hooks";
import type { Say } from "../../../../text/text.ts";
import type { Passing } from "../state/chat.ts";
import { Icon } from "./icon.tsx";

interface Props {
  readonly notice: Passing | null;
  readonly say: Say;
  readonly onGone: () => void;
}

/** Slow readers take in some ten characters a second, and have to find the sentence first. */
const FOUND_IN_MS = 5_000;
const READ_IN_MS_A_CHARACTER = 100;

/** A sentence in passing: a refusal, what came of a tap, or why something cannot be done here. It goes by itself, but not while it is pointed at. */
export function Notice({ notice, say, onGone }: Props) {
  const sentence = notice?.sentence === "" ? say("web.page.refused") : (notice?.sentence ?? "");
  const held = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  const hold = () => {
    held.current = true;
    window.clearTimeout(timer.current);
  };
  const letGo = () => {
    held.current = false;
    timer.current = window.setTimeout(onGone, FOUND_IN_MS + sentence.length * READ_IN_MS_A_CHARACTER);
  };
  // Before the sentence can be seen, so that the pointer never comes first; and without a render between, so that pointing holds it at once.
  useLayoutEffect(() => {
    if (notice === null) held.current = false;
    else if (!held.current) letGo();
    return () => window.clearTimeout(timer.current);
  }, [notice]);
  return (
    <div role="status" class="notice-place">
      {notice !== null && (
        <div class="notice" onPointerEnter={hold} onPointerLeave={letGo}>
          <p>{sentence}</p>
          <button type="button" class="plain" aria-label={say("web.page.close")} onClick={onGone}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
