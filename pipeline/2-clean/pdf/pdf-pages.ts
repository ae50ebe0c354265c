/** What is read of a PDF, plain data that goes from one thread to the other. */
export interface PdfRun {
  readonly text: string;
  /** Of its beginning, in points from the page's lower left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of its letters, in points. */
  readonly size: number;
}

export interface PdfPage {
  readonly height: number;
  /** In the order of the file, which is that of reading. */
  readonly runs: readonly PdfRun[];
}

export interface Pdf {
  readonly pages: readonly PdfPage[];
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  /** When the file was made: `D:20190516103000+03'00'`. */
  readonly created?: string | undefined;
}

/** Why there is none. */
export type PdfFault = 'locked' | 'damaged' | 'late';
export type PdfAnswer = Pdf | { readonly fault: PdfFault };
