import type { LiveEvents, Told } from "./live-events.ts";

/** A line now and then keeps what stands between from closing the connection. */
const SIGN_OF_LIFE_MS = 15_000;
/** A page that reads nothing is let go; it comes back and is told what it missed. */
const MOST_WAITING = 500;

/** One page's server-sent events (WHATWG HTML, "Server-sent events"), until the page goes. */
export function eventStream(events: LiveEvents, person: string, since: string | undefined): Response {
  const encoder = new TextEncoder();
  let end: (() => void) | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let stop: (() => void) | undefined;
        let open = true;
        const timer = setInterval(() => write(": \n\n"), SIGN_OF_LIFE_MS);
        timer.unref();
        end = () => {
          open = false;
          clearInterval(timer);
          stop?.();
        };
        const write = (text: string) => {
          if (!open) return;
          controller.enqueue(encoder.encode(text));
          if ((controller.desiredSize ?? 0) <= -MOST_WAITING) close();
        };
        const close = () => {
          if (!open) return;
          end?.();
          controller.close();
        };
        write("retry: 1000\n\n");
        stop = events.listen(person, since, (told) => (told ? write(written(told)) : close()));
        if (!open) stop();
      },
      cancel: () => end?.(),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { "content-type": "text/event-stream; charset=utf-8" } });
}

function written({ id, event }: Told): string {
  return `id: ${id}\n${event === null ? "" : `data: ${JSON.stringify(event)}\n`}\n`;
}
