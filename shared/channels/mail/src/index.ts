export {
  type FieldLayout,
  type FormLayout,
  isField,
  type LayoutField,
  type LayoutPage,
} from './form/form-layout.ts';
export type { AskedAgain, FormOptions, FormRequest } from './form/form-options.ts';
export { formPdf } from './form/form-pdf.ts';
export { currentLayout, fieldLayout, type Printing, printingsIn } from './form/known-layout.ts';
export { layoutForm } from './form/lay-out-form.ts';
export { renderForm } from './form/render-form.ts';
export { stillAsked } from './form/still-asked.ts';
export { coverSlipPdf, type CoverSlipContent } from './letters/cover-slip-pdf.ts';
export { type AddressBlock, addressBlock } from './letters/address-lines.ts';
export { joinPdfs } from './letters/join-pdfs.ts';
export type { LetterContent } from './letters/lay-out-letter.ts';
export { type LetterPdf, letterPdf } from './letters/letter-pdf.ts';
export { type ReceiptContent, receiptPdf } from './letters/receipt-pdf.ts';
export {
  newSerial,
  type PageCode,
  pageSigner,
  type PageSubject,
  type PostedCode,
  readPageCode,
  readPostedCode,
  type Sign,
  writePageCode,
} from './page-code.ts';
export { type PaperName, paperNames, type PrintSize, printSizes } from './paper.ts';
export { qrModules } from './qr-modules.ts';
export { assembleLetters, type FormLetter, type FreeLetter, type Letter } from './read/assemble-letters.ts';
export type { Crop, FieldDoubt, FieldReading } from './read/field-reading.ts';
export { bestOf, likenessMin, type Candidate, findByLayout, seeForm } from './read/find-by-layout.ts';
export { provePage } from './read/identify-page.ts';
export { pagesMax, type RefusalReason, type Refused } from './read/open-scan.ts';
export { type LetterReading, readLetter } from './read/read-letter.ts';
export { type QuestionReading, readQuestions } from './read/read-questions.ts';
export { type PageDoubt, type ReadPage, undecodable } from './read/read-page.ts';
export { readScan, type Scan } from './read/read-scan.ts';
export type { Found, FoundAddress, LetterSuggestions, PageSpot } from './read/free/letter-suggestions.ts';
export { type PageLine, pageText, type PageWord } from './read/free/page-text.ts';
export { type FreePage, readFreePage } from './read/free/read-free-page.ts';
export { suggest } from './read/free/suggest.ts';
export { type SuggestedService, suggestServices } from './read/free/suggest-services.ts';
export { greyOf, jpegOf } from './read/grey-image.ts';
export { openTextReader, type TextReader } from './read/text-reader.ts';
