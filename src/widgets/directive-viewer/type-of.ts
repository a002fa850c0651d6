import type { Directive } from '../../feed/schema.js';
import { typeNameOf } from '../../text/document-types.js';

/** What a document's type is called, as in its header: by name, else by what its code stands for, else by the code; may be empty. */
export function typeOf({ typeName, typeCode = '' }: Directive): string {
  return typeName?.trim() || typeNameOf(typeCode) || typeCode.trim();
}
