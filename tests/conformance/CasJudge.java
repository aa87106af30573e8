import java.io.FileInputStream;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.util.TreeMap;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.FSIterator;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.CASCompleteSerializer;
import org.apache.uima.cas.impl.CASImpl;
import org.apache.uima.cas.impl.Serialization;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.util.CasCreationUtils;

/** Reads serialised CASes as INCEpTION does, and prints what is in them: types, text, structures by the index. */
public final class CasJudge {
    public static void main(String[] paths) throws Exception {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String path : paths) {
            CAS cas = CasCreationUtils.createCas((org.apache.uima.cas.TypeSystem) null, null, null, null);
            try (ObjectInputStream in = new ObjectInputStream(new FileInputStream(path))) {
                Serialization.deserializeCASComplete((CASCompleteSerializer) in.readObject(), (CASImpl) cas);
            }
            out.println("file\t" + path);
            out.println("text\t" + quoted(cas.getDocumentText()) + "\t" + cas.getDocumentLanguage());
            for (Type type : cas.getTypeSystem().getProperlySubsumedTypes(cas.getTypeSystem().getTopType())) {
                for (Feature feature : type.getFeatures()) {
                    out.println("feature\t" + type.getName() + "\t" + feature.getShortName() + "\t" + feature.getRange().getName());
                }
            }
            FSIterator<AnnotationFS> found = cas.getAnnotationIndex().iterator();
            for (found.moveToFirst(); found.isValid(); found.moveToNext()) {
                AnnotationFS one = found.get();
                out.println("annotation\t" + one.getType().getName() + "\t" + one.getBegin() + "\t" + one.getEnd() + "\t" + quoted(one.getCoveredText()) + said(one));
            }
        }
    }

    private static String said(FeatureStructure one) {
        TreeMap<String, String> said = new TreeMap<>();
        for (Feature feature : one.getType().getFeatures()) {
            String name = feature.getShortName();
            if (name.equals("sofa") || name.equals("begin") || name.equals("end")) {
                continue;
            }
            if (!feature.getRange().isPrimitive()) {
                AnnotationFS other = (AnnotationFS) one.getFeatureValue(feature);
                said.put(name, other.getType().getName() + "@" + other.getBegin() + "-" + other.getEnd());
            } else if (one.getFeatureValueAsString(feature) != null) {
                said.put(name, one.getFeatureValueAsString(feature));
            }
        }
        StringBuilder all = new StringBuilder();
        said.forEach((name, value) -> all.append("\t").append(name).append("=").append(quoted(value)));
        return all.toString();
    }

    private static String quoted(String text) {
        StringBuilder all = new StringBuilder();
        for (char unit : text.toCharArray()) {
            all.append(unit > 0x20 && unit < 0x7f && unit != '\\' ? String.valueOf(unit) : String.format("\\u%04x", (int) unit));
        }
        return all.toString();
    }
}
