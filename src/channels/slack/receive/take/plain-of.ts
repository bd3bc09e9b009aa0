import { accountOf } from "../../../../people/directory.ts";
import { plainText } from "../read/plain-text.ts";
import type { Doer, Taking } from "./taking.ts";

/** Slack's markup as plain text, with people's names for their ids. */
export async function plainOf(parts: Taking, { installation }: Doer, text: string): Promise<string> {
  const directory = await parts.directories.of(installation.company);
  const named = plainText(text, (user) => {
    const account = accountOf(directory, `${installation._id}/${user}`);
    return account && directory.people.get(account.person)?.name;
  });
  return named.trim();
}
