import type { Chart } from "../../../message/chart.ts";
import type { Message } from "../../../message/message.ts";
import { accountsOf, type Directories } from "../../../people/directory.ts";
import type { Drawing } from "../draw/draw-activity.ts";
import { picturesOf } from "./pictures.ts";

export interface DrawingParts {
  readonly directories: Directories;
  /** A PNG of the chart. */
  readonly drawPicture: (chart: Chart) => Promise<Uint8Array>;
  readonly log: { warn(fields: object, text: string): void };
}

/** What drawing a message needs of the world: what Teams calls the company's people who are there, and the message's pictures, drawn. */
export type DrawingOf = (company: string, message: Message) => Promise<Drawing>;

export function createDrawingOf({ directories, drawPicture, log }: DrawingParts): DrawingOf {
  return async (company, message) => {
    const directory = await directories.of(company);
    const onTeams = (installation: string) => directory.installations.get(installation)?.platform === "teams";
    const userOf = (person: string) => {
      const account = accountsOf(directory, person).find(({ installation }) => onTeams(installation));
      return account && { id: account.user };
    };
    return { userOf, pictures: await picturesOf(message, drawPicture, log) };
  };
}
