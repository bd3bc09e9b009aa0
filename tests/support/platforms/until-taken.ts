import { awaited } from "../awaited.ts";

/** Posts until it is taken, as platforms do, only sooner; gives what it was answered with. What is refused for good throws. */
export async function untilTaken(post: (tries: number) => Promise<Response>): Promise<unknown> {
  let tries = 0;
  const taken = await awaited(
    async () => {
      const response = await post(tries++).catch(() => undefined);
      // The process may die in the middle of its answer.
      const text = await response?.text().catch(() => undefined);
      if (response && response.status >= 400 && response.status < 500) throw new Error(`${response.status}: ${text}`);
      return response?.ok && text !== undefined ? { text } : undefined;
    },
    () => "what a platform told was not taken",
    { everyMs: 25 },
  );
  return taken.text === "" ? undefined : JSON.parse(taken.text);
}
