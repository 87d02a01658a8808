// The build writes these in front of sw.js.
declare const BUILD: string;
declare const FILES: Record<string, string[]>;
