import { awaited } from "../awaited.ts";
import type { Button, Dialog, Platform, Said, Sheet, Spot } from "./platform.ts";

/** Someone at a platform: does what people do there, and waits for what they wait for. */
export class Person {
  readonly platform: Platform;
  readonly user: string;
  readonly chat: Spot;

  constructor(platform: Platform, user: string) {
    this.platform = platform;
    this.user = user;
    this.chat = { kind: "private", user };
  }

  says(text: string, where: Spot = this.chat): Promise<Said> {
    return this.platform.says(this.user, text, where);
  }

  edits(said: Said, text: string): Promise<void> {
    return this.platform.edits(said, text);
  }

  /** The newest message there that reads so. */
  sees(words: string, where: Spot = this.chat): Promise<Sheet> {
    return awaited(
      () => this.platform.sheets(where).findLast((sheet) => sheet.words.includes(words)),
      () => `${this.user} does not see "${words}". There is:\n${this.transcript(where)}`,
    );
  }

  async taps(label: string, where: Spot = this.chat): Promise<void> {
    const { sheet, button } = await this.finds(label, where);
    await this.platform.taps(this.user, sheet, button, where);
  }

  async opens(label: string, where: Spot = this.chat): Promise<Dialog> {
    const { sheet, button } = await this.finds(label, where);
    return this.platform.opens(this.user, sheet, button, where);
  }

  /** Whether the newest message there has that button. */
  isOffered(label: string, where: Spot = this.chat): boolean {
    const newest = this.platform.sheets(where).at(-1);
    return newest?.buttons.some((button) => isCalled(button, label)) ?? false;
  }

  /** How many messages there read so. */
  count(words: string, where: Spot = this.chat): number {
    return this.platform.sheets(where).filter((sheet) => sheet.words.includes(words)).length;
  }

  transcript(where: Spot = this.chat): string {
    return this.platform
      .sheets(where)
      .map(({ words, buttons }) => `— ${words}\n  [${buttons.map(({ label }) => label).join("] [")}]`)
      .join("\n");
  }

  private finds(label: string, where: Spot): Promise<{ readonly sheet: Sheet; readonly button: Button }> {
    return awaited(
      () => {
        for (const sheet of this.platform.sheets(where).toReversed()) {
          const button = sheet.buttons.find((one) => isCalled(one, label));
          if (button) return { sheet, button };
        }
        return undefined;
      },
      () => `${this.user} finds no [${label}]. There is:\n${this.transcript(where)}`,
    );
  }
}

/** By its whole label or its first words: platforms add to a level's mark what it means. */
function isCalled({ label }: Button, wanted: string): boolean {
  return label.startsWith(wanted) && !/^[\p{L}\p{N}]/u.test(label.slice(wanted.length));
}
