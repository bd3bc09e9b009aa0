import { useEffect, useState } from "preact/hooks";
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
  const [held, setHeld] = useState(false);
  const sentence = notice?.sentence === "" ? say("web.page.refused") : (notice?.sentence ?? "");
  useEffect(() => setHeld(false), [notice]);
  useEffect(() => {
    if (notice === null || held) return undefined;
    const timer = window.setTimeout(onGone, FOUND_IN_MS + sentence.length * READ_IN_MS_A_CHARACTER);
    return () => window.clearTimeout(timer);
  }, [notice, held]);
  return (
    <div role="status" class="notice-place">
      {notice !== null && (
        <div class="notice" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
          <p>{sentence}</p>
          <button type="button" class="plain" aria-label={say("web.page.close")} onClick={onGone}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
