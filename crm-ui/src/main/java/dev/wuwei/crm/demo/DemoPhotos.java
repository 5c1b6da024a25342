package dev.wuwei.crm.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures of building sites that do not exist: drawn, so that nobody and no real place is in them. */
final class DemoPhotos {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int GROUND = 300;
    private static final int BAYS = 8;
    private static final int STOREYS = 4;
    private static final int BAY = 52;
    private static final int STOREY = 44;
    private static final int LEFT = 130;

    private DemoPhotos() {}

    /**
     * @param percent how far the hall is built; at 0 a fenced plot
     * @param variety changes the light and the crane
     * @return a PNG
     */
    static byte[] site(int percent, int variety) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ground(pen, variety);
        if (percent <= 0) {
            fence(pen);
        } else {
            hall(pen, percent);
            if (percent < 90) {
                crane(pen, variety);
            }
        }
        pen.dispose();
        return png(image);
    }

    private static void ground(Graphics2D pen, int variety) {
        Color sky = Color.getHSBColor(0.57F, 0.12F + variety % 4 * 0.08F, 0.92F);
        pen.setPaint(new GradientPaint(0, 0, sky, 0, GROUND, new Color(0xF1EFE8)));
        pen.fillRect(0, 0, WIDTH, GROUND);
        pen.setColor(new Color(0x8FA58A));
        for (int hill = 0; hill < 4; hill++) {
            pen.fillOval(hill * 190 - 90 - variety % 5 * 12, GROUND - 46, 300, 110);
        }
        pen.setPaint(new GradientPaint(0, GROUND, new Color(0xB39B7A), 0, HEIGHT, new Color(0x8A7358)));
        pen.fillRect(0, GROUND, WIDTH, HEIGHT - GROUND);
    }

    private static void fence(Graphics2D pen) {
        for (int panel = 0; panel < WIDTH; panel += 80) {
            pen.setColor(panel / 80 % 2 == 0 ? new Color(0x3F7FB5) : new Color(0x4C8CC2));
            pen.fillRect(panel, GROUND - 50, 78, 64);
        }
    }

    /** Columns first, then floors, then walls. */
    private static void hall(Graphics2D pen, int percent) {
        int storeys = Math.max(1, Math.min(STOREYS, percent * STOREYS / 60));
        int top = GROUND - storeys * STOREY;
        if (percent >= 60) {
            pen.setColor(new Color(0xD7DBDF));
            pen.fillRect(LEFT, top, BAYS * BAY * Math.min(100, percent) / 100, storeys * STOREY);
        }
        pen.setColor(new Color(0x6B7580));
        pen.setStroke(new BasicStroke(5));
        for (int bay = 0; bay <= BAYS; bay++) {
            pen.drawLine(LEFT + bay * BAY, top, LEFT + bay * BAY, GROUND);
        }
        for (int storey = 0; storey <= storeys; storey++) {
            pen.drawLine(LEFT, GROUND - storey * STOREY, LEFT + BAYS * BAY, GROUND - storey * STOREY);
        }
    }

    private static void crane(Graphics2D pen, int variety) {
        int mast = 70 + variety % 3 * 12;
        pen.setColor(new Color(0xD9A01E));
        pen.setStroke(new BasicStroke(6));
        pen.drawLine(mast, 50, mast, GROUND);
        pen.drawLine(mast - 46, 74, mast + 250, 74);
        pen.setStroke(new BasicStroke(2));
        pen.drawLine(mast, 50, mast + 250, 74);
        pen.drawLine(mast, 50, mast - 46, 74);
        pen.drawLine(mast + 190, 74, mast + 190, 120 + variety % 4 * 12);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
