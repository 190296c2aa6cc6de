import { formOf } from '../dialect/form.js';
import { secretSpans } from '../dialect/terraform/secret-spans.js';
import type { Node } from '../parse/node.js';
import type { SourceFile } from '../text/source-file.js';

/**
 * Keeps what Terraform calls sensitive from being shown, where a file is a plan or a state.
 *
 * @param rootOf asked for when some of the file is shown.
 */
export function hideSecrets(file: SourceFile, rootOf: () => Node | undefined): void {
  file.hide((within) => {
    const root = rootOf();
    const isOfTerraform = formOf(root)?.startsWith('terraform') === true;
    return root !== undefined && isOfTerraform ? secretSpans(root, within) : [];
  });
}
