import { z } from "zod";
import type { Chart } from "../../../message/chart.ts";
import type { Message } from "../../../message/message.ts";
import type { Directories, Directory } from "../../../people/directory.ts";
import type { Store } from "../../../store/store.ts";
import { StoreUnavailable } from "../../../store/store-errors.ts";
import { type Channel, HOME, type Posted, PostFailed } from "../../channel.ts";
import type { FileSource } from "../../file-source.ts";
import type { Place } from "../../place.ts";
import { drawHome } from "../draw/draw-home.ts";
import { drawMessage, type SlackMessageBody } from "../draw/draw-message.ts";
import type { SlackDrawing } from "../draw/drawing.ts";
import { messageId, readMessageId } from "../message-id.ts";
import type { OpenSlackApi } from "./create-slack-api.ts";
import { findDelivery, metadataOf } from "./find-delivery.ts";
import { createPictures } from "./pictures.ts";
import { createReach, type Reach, type Spot } from "./reach.ts";
import type { ResponseUrls } from "./response-urls.ts";
import { shareFiles } from "./share-files.ts";
import { SlackRefused } from "./slack-api.ts";

export interface SlackChannelParts {
  readonly api: Pick<OpenSlackApi, "call" | "stormWait" | "respond" | "upload">;
  readonly store: Store;
  readonly directories: Directories;
  readonly responseUrls: ResponseUrls;
  /** Files that messages name. */
  readonly files?: FileSource;
  drawPicture(chart: Chart): Promise<Uint8Array>;
  readonly now: () => number;
  wait(milliseconds: number): Promise<void>;
  readonly log: { warn(fields: object, text: string): void };
}

/** What one person alone is shown has a `message_ts`, and no channel of its own. */
const postedSchema = z
  .object({ channel: z.string().optional(), ts: z.string().optional(), message_ts: z.string().optional() })
  .transform(({ channel, ts, message_ts }) => ({ channel, ts: ts ?? message_ts }));
const PLAIN = { unfurl_links: false, unfurl_media: false } as const;

/** Slack as the coach speaks on it. */
export function createSlackChannel(parts: SlackChannelParts): Channel {
  const { api, responseUrls, log } = parts;
  const reach = createReach(parts);
  const pictureFile = createPictures(parts);

  async function drawingFor(directory: Directory, installation: string, message: Message): Promise<SlackDrawing> {
    const charts = message.blocks.flatMap((block) => (block.kind === "picture" ? block.chart : []));
    const files = await Promise.all(charts.map((chart) => pictureFile(installation, chart)));
    return {
      ...plainDrawing(reach, directory, installation),
      picture: (chart) => {
        const id = files[charts.indexOf(chart)];
        return id === undefined ? undefined : { kind: "file", id };
      },
    };
  }

  /** Draws and sends; a picture that Slack does not take after all is left out rather than the message. */
  async function sending<T>(
    directory: Directory,
    installation: string,
    message: Message,
    send: (drawing: SlackDrawing) => Promise<T>,
  ): Promise<T> {
    const drawing = await drawingFor(directory, installation, message);
    try {
      return await send(drawing);
    } catch (error) {
      const hasPicture = message.blocks.some(({ kind }) => kind === "picture");
      if (!(hasPicture && error instanceof SlackRefused && error.code.startsWith("invalid_"))) throw error;
      log.warn({ installation, err: error }, "Slack did not take the picture; its description goes instead");
      return send(plainDrawing(reach, directory, installation));
    }
  }

  async function redraw(installation: string, posted: string, body: SlackMessageBody): Promise<void> {
    const at = readMessageId(posted);
    if (!at) throw new PostFailed(`${posted} is no message of Slack's`);
    // A response URL does not know the bot's own files.
    const url = body.blocks.some(({ type }) => type === "image") ? undefined : responseUrls.take(posted);
    if (url !== undefined && (await responded(url, posted, body))) return;
    await api.call(installation, "chat.update", { ...at, ...body });
  }

  /** What one person alone sees is drawn anew through their tap, or not at all. */
  async function redrawAside(posted: string, body: SlackMessageBody): Promise<void> {
    const url = responseUrls.take(posted);
    if (url === undefined || !(await responded(url, posted, body)))
      throw new PostFailed(`${posted} was shown to one person and cannot be drawn anew`, { hopeless: true });
  }

  async function responded(url: string, posted: string, body: SlackMessageBody): Promise<boolean> {
    try {
      await api.respond(url, { replace_original: true, ...body });
      return true;
    } catch (error) {
      if (!(error instanceof PostFailed)) throw error;
      responseUrls.drop(posted);
      return false;
    }
  }

  async function publishHome(company: string, place: Place, message: Message): Promise<void> {
    const { directory, installation } = await reach.home(company, place);
    const user = place.kind === "private" ? reach.userOf(directory, installation, place.person) : undefined;
    if (user === undefined) throw new PostFailed(`${company}: nobody's Home is in a ${place.kind}`, { hopeless: true });
    await sending(directory, installation, message, (drawing) =>
      api.call(installation, "views.publish", { user_id: user, view: drawHome(message, drawing) }),
    );
  }

  return {
    platform: "slack",
    whispers: true,
    async post(company, place, message, delivery, hurry = "reply", mayGo = () => true) {
      const spot = await reaching(() => reach.spot(company, place), false);
      const { installation, channel, root } = spot;
      const directory = await parts.directories.of(company);
      const only = onlyIn(place);
      const answer = await sending(directory, installation, message, (drawing) => {
        const body = drawMessage(message, drawing);
        if (only !== undefined) {
          const user = reach.userOf(directory, installation, only);
          return api.call(installation, "chat.postEphemeral", { channel, user, ...body }, { pace: hurry, mayGo });
        }
        const metadata = metadataOf(delivery, message.startsThread);
        const args = { channel, ...(root === undefined ? {} : { thread_ts: root }), ...PLAIN, ...body, metadata };
        return api.call(installation, "chat.postMessage", args, { pace: hurry, mayGo });
      });
      const posted = postedSchema.safeParse(answer).data;
      if (posted?.ts === undefined)
        throw new PostFailed(`${installation}: Slack did not say where it posted`, {
          unclear: true,
          retryAfterSeconds: 5,
        });
      if (place.kind === "private")
        await shareFiles(
          parts,
          { installation, channel: posted.channel ?? channel },
          { company, person: place.person },
          message,
        );
      return noted(company, message.startsThread, { ...spot, channel: posted.channel ?? channel }, posted.ts);
    },
    async stormWait(company, place) {
      const { installation } = await reach.home(company, place);
      return api.stormWait(installation, "chat.postMessage");
    },
    async edit(company, place, posted, message) {
      if (posted === HOME) return publishHome(company, place, message);
      const { directory, installation } = await reach.home(company, place);
      if (onlyIn(place) !== undefined)
        return redrawAside(posted, drawMessage(message, plainDrawing(reach, directory, installation)));
      await sending(directory, installation, message, (drawing) =>
        redraw(installation, posted, drawMessage(message, drawing)),
      );
    },
    async find(company, place, delivery) {
      // What one person alone was shown stands in no history.
      if (onlyIn(place) !== undefined) return "unknown";
      const spot = await reaching(() => reach.spot(company, place), true);
      const found = await findDelivery(api, spot, delivery, parts.now());
      return typeof found === "string" ? found : noted(company, found.startsThread, spot, found.ts);
    },
    // Slack shows no typing sign of a bot's; assistant threads have one, but would make every private chat a list of threads.
    showTyping: () => Promise.resolve(),
  };

  /** What was posted, after its thread is noted. */
  async function noted(company: string, round: string | undefined, spot: Spot, ts: string): Promise<Posted> {
    if (round !== undefined) await reaching(() => reach.begins(company, round, spot, ts), true);
    return { message: messageId({ channel: spot.channel, ts }), at: Math.round(Number(ts) * 1000) };
  }
}

function onlyIn(place: Place): string | undefined {
  return place.kind === "channel" ? place.only : undefined;
}

function plainDrawing(reach: Reach, directory: Directory, installation: string): SlackDrawing {
  return { mention: (person) => reach.userOf(directory, installation, person), picture: () => undefined };
}

/** The store away is the world's failure like any other here. `unclear`: whether the message arrived is to be looked up again. */
async function reaching<T>(act: () => Promise<T>, unclear: boolean): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof StoreUnavailable)
      throw new PostFailed("The store is away", { cause, retryAfterSeconds: cause.retryAfterSeconds, unclear });
    if (unclear && cause instanceof PostFailed && !cause.hopeless)
      throw new PostFailed(cause.message, { cause, retryAfterSeconds: cause.retryAfterSeconds ?? 5, unclear });
    throw cause;
  }
}
