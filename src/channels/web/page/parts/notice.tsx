import { useEffect } from "preact/hooks";
import type { Say } from "../../../../text/text.ts";
import { Icon } from "./icon.tsx";

interface Props {
  readonly notice: string | null;
  readonly say: Say;
  readonly onGone: () => void;
}

const STAYS = 8_000;

/** A sentence in passing: a refusal, or why something cannot be done here. It goes by itself. */
export function Notice({ notice, say, onGone }: Props) {
  useEffect(() => {
    if (notice === null) return undefined;
    const timer = window.setTimeout(onGone, STAYS);
    return () => window.clearTimeout(timer);
  }, [notice]);
  return (
    <div role="status" class="notice-place">
      {notice !== null && (
        <div class="notice">
          <p>{notice === "" ? say("web.page.refused") : notice}</p>
          <button type="button" class="plain" aria-label={say("web.page.close")} onClick={onGone}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
