import type { Chart } from "../../../message/chart.ts";
import type { Directories } from "../../../people/directory.ts";
import type { Store } from "../../../store/store.ts";
import type { Receiver } from "../../channel.ts";
import type { FileSource } from "../../file-source.ts";
import type { Announce } from "../live/announce.ts";
import type { LiveEvents } from "../live/live-events.ts";
import type { MessageLog } from "../log/message-log.ts";
import type { ReadMarks } from "../log/read-marks.ts";

/** What the web chat's paths work with. */
export interface WebParts {
  readonly company: string;
  /** The installation whose channels are shown. */
  readonly installation: string;
  readonly store: Store;
  readonly directories: Directories;
  readonly receiver: Receiver;
  /** Files that messages name. */
  readonly files?: FileSource;
  readonly log: MessageLog;
  readonly marks: ReadMarks;
  readonly events: LiveEvents;
  readonly announce: Announce;
  /** Person → what they do in the company; the people stand in this order. */
  readonly titles: ReadonlyMap<string, string>;
  /** A PNG of the chart. */
  readonly drawPicture: (chart: Chart) => Promise<Uint8Array>;
  /** Where the built page lies. */
  readonly pageFolder: string;
  readonly now: () => number;
  readonly logger: WebLogger;
}

/** The part of a pino logger that is used. */
export interface WebLogger {
  error(fields: object, message: string): void;
}
