export const made: () => Promise<Record<string, string>>;
export const committed: (file: string) => string;
