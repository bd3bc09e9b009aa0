import { useEffect, useState } from "preact/hooks";
import type { Say } from "../../../../text/text.ts";
import { LuotsiMark } from "../parts/luotsi-mark.tsx";

/** "Luotsi kirjoittaa…" until the given time (milliseconds since 1970). Its place is always there, so that nothing jumps. */
export function TypingSign({ until, say }: { readonly until: number | undefined; readonly say: Say }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (until === undefined) return undefined;
    const timer = window.setTimeout(() => setNow(Date.now()), Math.max(0, until - Date.now()) + 20);
    return () => window.clearTimeout(timer);
  }, [until]);
  return (
    <div class="typing" role="status">
      {until !== undefined && until > now && (
        <p>
          <LuotsiMark />
          {say("web.page.typing")}
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
        </p>
      )}
    </div>
  );
}
