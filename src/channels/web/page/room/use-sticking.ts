import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

interface Sticking {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  /** Something new stands below what is in sight. */
  readonly away: boolean;
  readonly toNewest: () => void;
  /** Runs what adds messages above; what the reader looks at stays in its place. */
  readonly keepPlace: (add: () => Promise<void>) => Promise<void>;
}

const NEAR = 80;

/** Where a newest message that is higher than the screen begins: it is read from its top. Of any other, nothing is cut off by going to the end. */
function topOfNewest(box: HTMLElement): number {
  const newest = [...box.querySelectorAll<HTMLElement>("[data-message]")].at(-1);
  if (newest === undefined || newest.offsetHeight < box.clientHeight) return Number.POSITIVE_INFINITY;
  return box.scrollTop + newest.getBoundingClientRect().top - box.getBoundingClientRect().top - 8;
}

/** Keeps a list at its end while the reader is there: through new messages, cards that grow and pictures that come late. What is `mine` is gone to. */
export function useSticking(newest: string | undefined, mine: boolean): Sticking {
  const scroller = useRef<HTMLDivElement | null>(null);
  const content = useRef<HTMLDivElement | null>(null);
  const atEnd = useRef(true);
  const [away, setAway] = useState(false);
  const toNewest = () => {
    const box = scroller.current;
    if (box !== null) box.scrollTop = Math.min(box.scrollHeight, topOfNewest(box));
  };

  useLayoutEffect(() => {
    if (atEnd.current || mine) toNewest();
    else setAway(true);
  }, [newest]);
  useEffect(() => {
    const box = scroller.current;
    const inside = content.current;
    if (box === null || inside === null) return undefined;
    let top = box.scrollTop;
    const look = () => {
      // Only going up leaves the end: a picture that comes late moves the end away from a reader who stays.
      if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR) atEnd.current = true;
      else if (box.scrollTop < top) atEnd.current = false;
      top = box.scrollTop;
      if (atEnd.current) setAway(false);
    };
    const sizes = new ResizeObserver(() => {
      if (atEnd.current) toNewest();
    });
    box.addEventListener("scroll", look, { passive: true });
    sizes.observe(inside);
    sizes.observe(box);
    return () => {
      box.removeEventListener("scroll", look);
      sizes.disconnect();
    };
  }, []);

  const keepPlace = async (add: () => Promise<void>) => {
    const before = scroller.current?.scrollHeight ?? 0;
    await add();
    requestAnimationFrame(() => {
      if (scroller.current !== null) scroller.current.scrollTop += scroller.current.scrollHeight - before;
    });
  };
  return { scroller, content, away, toNewest, keepPlace };
}
