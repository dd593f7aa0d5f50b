// The worker half of pdf.js, which comes without types: only what client.ts uses.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    setup(handler: object, port: object): void;
    createDocumentHandler(parameters: object, port: object): string;
  };
}
