import { PostFailed } from "../../src/channels/channel.ts";

/** Why a sending failed; throws where it did not, or for another reason than the port knows. */
export async function failedPost(work: Promise<unknown>): Promise<PostFailed> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof PostFailed) return error;
  throw new Error(`expected PostFailed, got ${String(error)}`);
}
