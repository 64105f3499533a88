import { MeterList } from '../data/meter-list.tsx'
import { Card } from '../layout/card.tsx'
import { Columns } from '../layout/columns.tsx'
import { Flash } from '../layout/flash.tsx'
import { Specimen } from './specimen.tsx'

/** What frames the content of a page. The layouts themselves are around this guide. */
export const LayoutSpecimens = () => (
  <>
    <Specimen name="Kabar" file="layout/flash.tsx">
      <Flash message={{ tone: 'ok', text: 'Perubahan tersimpan.' }} />
      <Flash message={{ tone: 'info', text: 'Sedang dikerjakan di belakang layar.' }} />
      <Flash message={{ tone: 'late', text: 'Satu baris belum tersimpan.' }} />
    </Specimen>
    <Specimen name="Dua kolom dan kartu" file="layout/columns.tsx">
      <Columns
        aside={
          <Card title="Nilai sementara">
            <MeterList
              items={[
                { label: 'Nilai', value: 82.41, max: 100, target: 75, text: '82,41 / 75' },
                { label: 'Bagian', value: 8.1, max: 15, target: 9, text: '8,1 / 9', tone: 'late' },
              ]}
            />
          </Card>
        }
      >
        <div class="prose">
          <p>
            Isi utama di kiri, yang menyertainya di kanan. Pada layar sempit keduanya bersusun. Teks
            panjang selebar 65 huruf supaya nyaman dibaca, dengan <a href="#data">tautan</a>{' '}
            bergaris bawah.
          </p>
        </div>
      </Columns>
    </Specimen>
  </>
)
