export { type FormLayout, isField, type LayoutField, type LayoutPage } from './form/form-layout.ts';
export type { FormOptions } from './form/form-options.ts';
export { formPdf } from './form/form-pdf.ts';
export { layoutForm } from './form/lay-out-form.ts';
export { renderForm } from './form/render-form.ts';
export { newSerial, type PageCode, pageSigner, readPageCode, type Sign, writePageCode } from './page-code.ts';
