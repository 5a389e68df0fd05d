import type { Json, JsonObject } from './json.ts';
import type { Position, Problem } from './problem.ts';
import type { RenderedLines } from './rendered/rendered-line.ts';
import type { ToolCall } from './reply.ts';
import type { EngineName } from './template/engine.ts';
import type { Shown } from './template/find-shown.ts';
import type { Spacing } from './template/jinja/lex.ts';
import type { JoinedTexts } from './template/join-texts.ts';

export type Role = 'system' | 'developer' | 'user' | 'assistant' | 'tool';

/**
 * What a message shows beside its text, or its texts and those in their order: bytes of a file at its own commit, or an https
 * address that the service reads itself.
 */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'image' | 'audio' | 'file';
      readonly source:
        | {
            readonly kind: 'data';
            readonly mediaType: string;
            /** Empty until it is sent, where `sha256` names the bytes: a request is known by that, and held without them. */
            readonly base64: string;
            readonly sha256?: string;
            /** How many there are. */
            readonly bytes?: number;
          }
        | { readonly kind: 'url'; readonly url: string };
      /** What people know it by: a path, a file name. */
      readonly name?: string;
    };

/** One chat message as it is sent. */
export type Message = {
  readonly role: Role;
  /** Its text; that of all its parts, where it has some. */
  readonly content: string;
  /** Sent instead of `content`, in this order. */
  readonly parts?: readonly Part[];
  /** Of `assistant`: the tools it called. */
  readonly toolCalls?: readonly ToolCall[];
  /** Of `assistant`: what came with those calls to be sent back unread. */
  readonly carried?: Json;
  /** Of `tool`: the `id` of the call that `content` answers. */
  readonly toolCallId?: string;
};

/** A message of a prompt, its template not yet filled. */
export type PromptMessage = Message & {
  /** What is joined to its text once that is filled. */
  readonly joined?: JoinedTexts | undefined;
  /** What it shows beside texts, which is not sent. */
  readonly shows?: Shown;
  /** Its text is no template. */
  readonly verbatim?: true;
  /** The variable whose messages stand in its place: a list of `{role, content}`; nothing where it has no value. */
  readonly holds?: string;
  /** The file that holds it, where its prompt is made of several: `roles` of the config may name that. */
  readonly file?: string;
};

/** A place in a prompt that stands for what only another program could put there. */
export type UnfilledPlace = {
  /** As it is written. */
  readonly marker: string;
  /** What it is, as a predicate. */
  readonly writtenAs: string;
  /** What to do about it, a sentence. */
  readonly fix: string;
};

/** A text beside a prompt's own in its file: `roles` of the config may say, by its path, whose message it is. */
export type BesideText = { readonly key: string; readonly path: string; readonly text: string };

/**
 * A prompt as a format read it: templates not yet filled.
 * `params` carries the names the chat-completions API uses (`temperature`, `top_p`, `max_tokens`,
 * `response_format`, `tools` …) and only what the file sets.
 */
export type Prompt = {
  readonly path: string;
  /** What its file says, or its part of it; of several files one after the other. */
  readonly text?: string;
  /** Name of the format in `formats/prompts/index.ts` that read it; it also renders it. */
  readonly format: string;
  readonly messages: readonly PromptMessage[];
  readonly beside?: readonly BesideText[];
  /** The templates that its own include, extend or import, by the names that they give them. */
  readonly included?: Readonly<Record<string, { readonly file: string; readonly text: string }>>;
  /** How its templates are filled. */
  readonly engine: EngineName;
  /** White space around tags, where the config says it. */
  readonly spacing?: Spacing;
  /** The config says so: markers of another kind around names are text then. */
  readonly engineRuled?: true;
  /** Once filled its text may be a list of messages in JSON or YAML: then that is the chat. */
  readonly chatAfterFilling?: true;
  /** What the file does not say and its golden cases settle (`settlePrompts`): its engine, the role of its one message. */
  readonly open: { readonly engine: boolean; readonly role: boolean };
  /** The variable that is the user's turn in every case that writes none, since no template takes it. */
  readonly turn?: string;
  /** Requests that the team's own code rendered, by the ids of their cases: `messages` are those of the first then. */
  readonly rendered?: RenderedLines;
  /** Model the file names, as written. */
  readonly model?: string;
  readonly params: JsonObject;
  /** What its format knows that nothing here fills in: with any such place it is not asked. */
  readonly unfilled?: readonly UnfilledPlace[];
  /** Values the file itself gives to variables that a case leaves out. */
  readonly defaults: JsonObject;
  /** Why replies to it would tell nothing: as the new side it is not asked. */
  readonly unclear?: readonly Problem[];
  /** Of a skill's description: the name by which a model picks the skill from the catalogue that the messages hold. */
  readonly skill?: string;
  /** JSON Schema of the variables together, where the file declares one. */
  readonly schema?: JsonObject;
  /** Line of the file in which its one message begins, where that is known. */
  readonly firstLine?: number;
  /** Those of `variables` that its templates do without. */
  readonly optional?: readonly string[];
  /** Names of the variables that the prompt takes, in order of first use: those of its templates, then `turn`. */
  readonly variables: readonly string[];
  /** Path of the prompt whose next version the file says it is. */
  readonly successorOf?: string;
  /** Paths (from the repository's root) of other files the prompt takes content from. */
  readonly refersTo: readonly string[];
  /** What a reader should know of how it was read; shown in the report. */
  readonly notes: readonly { readonly text: string; readonly at?: Position }[];
};
