import type { Db } from "mongodb";
import { serverCode } from "./errors.ts";

/** Server error CommandNotFound. */
const NO_SUCH_COMMAND = 59;

/**
 * The server's clock, milliseconds since 1970: `localTime` of hello, or of isMaster, its older name, which some compatible services know alone
 * (mongodb.com/docs/manual/reference/command/hello). Undefined where the server tells no time.
 */
export async function serverTimeOf(database: Db): Promise<number | undefined> {
  for (const name of ["hello", "isMaster"]) {
    const { localTime }: { localTime?: unknown } = await database.command({ [name]: 1 }).catch((error: unknown) => {
      if (serverCode(error) === NO_SUCH_COMMAND) return {};
      throw error;
    });
    if (localTime instanceof Date) return localTime.getTime();
  }
  return undefined;
}
