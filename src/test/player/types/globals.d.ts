// What pages have beside the player: lunr from its own package, and the texts to search, from the build.
declare const lunr: any;
declare const searchDocuments: Array<[string, string, string, string, string]>;
declare const searchSynonyms: string[][];
