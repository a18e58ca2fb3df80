// Checks PDF files against PDF/A-1b with Apache PDFBox Preflight: a line for each complaint, its code first.

import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

public class Check {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            PreflightParser parser = new PreflightParser(new File(file));
            ValidationResult result;
            try {
                parser.parse();
                try (PreflightDocument document = parser.getPreflightDocument()) {
                    document.validate();
                    result = document.getResult();
                }
            } catch (SyntaxValidationException e) {
                result = e.getResult();
            }
            for (ValidationResult.ValidationError error : result.getErrorsList()) {
                System.out.println(error.getErrorCode() + "\t" + error.getDetails());
            }
            System.out.println("checked " + file);
        }
    }
}
