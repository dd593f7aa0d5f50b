// Talks to the worker half of pdf.js in the same thread. Its other half (150 kB compressed, made for drawing on a canvas in a
// page) is left out: we want the list of drawing operations and nothing drawn. The messages are pdf.js's own; its version is
// pinned, and the tests of reading PDF hold the two together.
// Worlds that import this file see the types only so: pdf.js has none for its worker half.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./pdfjs-dist.d.ts" />
import { restorePush } from './young-builtins.ts';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

restorePush();

const VERSION = '6.5.438';
const CALLBACK = { data: 1, error: 2 } as const;
const STREAM = { cancel: 1, close: 3, enqueue: 4, error: 5 } as const;
/** Drawn for the screen, as a plain list. */
const INTENT = 0x02 | 0x100;
/** More pixels than this are not decoded. Pictures are made one pixel large before (see without-pixels.ts); a few cannot be. */
const MAX_PIXELS = 1 << 24;

/** An error that pdf.js reports, by its name: PasswordException, InvalidPDFException …. */
export class PdfError extends Error {
  constructor(reason: unknown) {
    const { name, message } = (reason ?? {}) as { name?: unknown; message?: unknown };
    super(typeof message === 'string' ? message : '');
    this.name = typeof name === 'string' ? name : 'UnknownErrorException';
  }
}

/** A drawing operation: its code (OPS of pdf.js) and its operands. */
export interface OperatorList {
  readonly codes: readonly number[];
  readonly operands: readonly unknown[];
  /** The cap was met: the list ends early. */
  readonly cut: boolean;
}

export interface PageInfo {
  /** 0, 90, 180 or 270, clockwise. */
  readonly rotate: number;
  /** x0, y0, x1, y1 in units of the file; y grows upwards. */
  readonly view: readonly number[];
}

/** What is told of a font when it is first used. */
export interface FontInfo {
  readonly fontMatrix: readonly number[] | null;
  readonly name: string;
  readonly composite: boolean;
  readonly failed: boolean;
}

export interface PdfFile {
  readonly pageCount: number;
  readonly fonts: ReadonlyMap<string, FontInfo>;
  title(): Promise<string | null>;
  page(index: number): Promise<PageInfo>;
  operators(index: number, limit: number): Promise<OperatorList>;
  close(): void;
}

export interface OpenOptions {
  /** A character map of Adobe by its name, null if we do not have it. */
  readonly characterMap: (name: string) => Uint8Array | null;
  /** True: an error inside a page rejects. False: what stands before it is taken. */
  readonly strict: boolean;
}

interface Message {
  readonly sourceName: string;
  readonly targetName: string;
  readonly action?: string;
  readonly data?: unknown;
  readonly callbackId?: number;
  readonly callback?: number;
  readonly reason?: unknown;
  readonly stream?: number;
  readonly streamId?: number;
  readonly chunk?: unknown;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

interface Chunk {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface Receiver {
  readonly take: (chunk: Chunk) => void;
  readonly end: (reason?: unknown) => void;
}

type Listener = (event: { readonly data: unknown }) => void;

let files = 0;

/** Opens a file. `bytes` are given away. Rejects with a PdfError. */
export async function openPdf(bytes: Uint8Array, options: OpenOptions): Promise<PdfFile> {
  const docId = `d${files++}`;
  const listeners = new Set<Listener>();
  const waiting = new Map<number, Waiting>();
  const receivers = new Map<number, Receiver>();
  const fonts = new Map<string, FontInfo>();
  let lastId = 0;
  let opened: Waiting & { readonly promise: Promise<{ readonly numPages: number }> };
  {
    let resolve!: (value: { readonly numPages: number }) => void;
    let reject!: (reason: unknown) => void;
    const promise = new Promise<{ readonly numPages: number }>((yes, no) => {
      resolve = yes;
      reject = no;
    });
    opened = { promise, resolve, reject };
  }

  const port = {
    addEventListener: (_type: string, listener: Listener) => void listeners.add(listener),
    removeEventListener: (_type: string, listener: Listener) => void listeners.delete(listener),
    // From pdf.js to us. Chunks are taken at once: it uses their arrays again.
    postMessage: (message: Message) => receive(message),
  };

  // Nothing is written to a console: warnings quote the file.
  WorkerMessageHandler.setup(
    {
      on(action: string, act: (data: unknown) => void) {
        if (action === 'configure') act({ verbosity: 0 });
      },
    },
    port,
  );
  const workerName = WorkerMessageHandler.createDocumentHandler(
    {
      docId,
      apiVersion: VERSION,
      data: bytes,
      password: null,
      disableAutoFetch: true,
      rangeChunkSize: 65_536,
      docBaseUrl: null,
      enableXfa: false,
      evaluatorOptions: {
        maxImageSize: MAX_PIXELS,
        disableFontFace: false,
        ignoreErrors: !options.strict,
        isOffscreenCanvasSupported: false,
        isImageDecoderSupported: false,
        canvasMaxAreaInBytes: -1,
        fontExtraProperties: true,
        useSystemFonts: true,
        useWasm: false,
        useWorkerFetch: false,
        cMapUrl: null,
        cMapPacked: true,
        iccUrl: null,
        standardFontDataUrl: null,
        wasmUrl: null,
      },
    },
    port,
  );

  /** From us to pdf.js, never within its own call. */
  function send(message: object): void {
    const event = { data: { sourceName: docId, targetName: workerName, ...message } };
    void Promise.resolve().then(() => {
      for (const listener of [...listeners]) listener(event);
    });
  }

  function ask<T>(action: string, data: unknown = null): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const callbackId = ++lastId;
      waiting.set(callbackId, { resolve: resolve as (value: never) => void, reject });
      send({ action, callbackId, data });
    });
  }

  function receive(message: Message): void {
    if (message.targetName !== docId) return;
    if (message.stream !== undefined) return receiveChunk(message);
    if (message.callback !== undefined) {
      const asked = waiting.get(message.callbackId ?? -1);
      waiting.delete(message.callbackId ?? -1);
      if (message.callback === CALLBACK.data) asked?.resolve(message.data as never);
      else asked?.reject(new PdfError(message.reason));
      return;
    }
    const { callbackId } = message;
    if (callbackId === undefined) {
      if (message.action === 'GetDoc') opened.resolve((message.data as { pdfInfo: { numPages: number } }).pdfInfo as never);
      else if (message.action === 'DocException') opened.reject(new PdfError(message.data));
      else if (message.action === 'commonobj') rememberFont(message.data as readonly unknown[]);
      return;
    }
    try {
      send({ callback: CALLBACK.data, callbackId, data: answer(message) });
    } catch (error) {
      send({ callback: CALLBACK.error, callbackId, reason: error });
    }
  }

  function answer({ action, data }: Message): unknown {
    if (action === 'FetchBinaryData') {
      const { kind, filename } = data as { kind: string; filename: string };
      const map = kind === 'cMapUrl' ? options.characterMap(filename.replace(/\.bcmap$/, '')) : null;
      if (map === null) throw new Error(`no ${kind}`);
      return map;
    }
    // Nobody here can be asked for a password.
    if (action === 'PasswordRequest') throw new Error('no password');
    return null;
  }

  function receiveChunk(message: Message): void {
    const receiver = receivers.get(message.streamId ?? -1);
    if (receiver === undefined) return;
    if (message.stream === STREAM.enqueue) receiver.take(message.chunk as Chunk);
    else if (message.stream === STREAM.close) receiver.end();
    else if (message.stream === STREAM.error) receiver.end(new PdfError(message.reason));
  }

  function rememberFont([id, type, data]: readonly unknown[]): void {
    if (type !== 'Font' || typeof id !== 'string' || typeof data !== 'object' || data === null) return;
    const { buffer, extra, error } = data as { buffer?: ArrayBuffer; extra?: { name?: string; composite?: boolean }; error?: unknown };
    fonts.set(id, {
      fontMatrix: buffer ? fontMatrixOf(buffer) : null,
      name: readableName(extra?.name ?? ''),
      composite: extra?.composite ?? false,
      failed: error !== undefined,
    });
  }

  send({ action: 'Ready', data: null });
  const { numPages } = await opened.promise;

  return {
    pageCount: numPages,
    fonts,
    async title() {
      const [info] = await ask<readonly [{ Title?: unknown } | null]>('GetMetadata');
      return typeof info?.Title === 'string' && info.Title.trim() !== '' ? info.Title.trim() : null;
    },
    page: (index) => ask<PageInfo>('GetPage', { pageIndex: index }),
    operators: (index, limit) =>
      new Promise((resolve, reject) => {
        const codes: number[] = [];
        const operands: unknown[] = [];
        const streamId = ++lastId;
        const finish = (cut: boolean): void => {
          receivers.delete(streamId);
          resolve({ codes, operands, cut });
        };
        receivers.set(streamId, {
          take({ fnArray, argsArray }) {
            for (let i = 0; i < fnArray.length; i++) {
              codes.push(fnArray[i] as number);
              operands.push(argsArray[i]);
            }
            if (codes.length < limit) return;
            send({ stream: STREAM.cancel, streamId, reason: new Error('enough') });
            finish(true);
          },
          end(reason) {
            if (reason === undefined) return finish(false);
            receivers.delete(streamId);
            reject(reason as Error);
          },
        });
        const data = {
          pageId: index,
          pageIndex: index,
          pageProxyId: null,
          intent: INTENT,
          cacheKey: '',
          annotationStorage: null,
          modifiedIds: null,
        };
        send({ action: 'GetOperatorList', streamId, data, desiredSize: Infinity });
      }),
    close() {
      receivers.clear();
      ask('Terminate').catch(() => undefined);
    },
  };
}

/** Names of fonts are bytes: of Chinese ones UTF-8 or GBK. */
function readableName(name: string): string {
  if (!/[\u0080-\u00ff]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (each) => each.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

// How pdf.js 6 packs what it knows of a font: 10 flags of 2 bits, a box of 4 Int16 behind its length, then the matrix.
const MATRIX_AT = 3 + 1 + 4 * 2;

function fontMatrixOf(buffer: ArrayBuffer): number[] | null {
  if (buffer.byteLength < MATRIX_AT + 1 + 6 * 8) return null;
  const view = new DataView(buffer);
  if (view.getUint8(MATRIX_AT) !== 6) return null;
  return [0, 1, 2, 3, 4, 5].map((i) => view.getFloat64(MATRIX_AT + 1 + i * 8, true));
}
